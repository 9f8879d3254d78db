// The end of an engagement in the browser: from recording it to the summaries that are handed over and a
// ledger that says so; and the letterhead.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from "./desk";

inLooks(LOOKS, "closing-", (shot) => {
  test("an end that went well, one that came early, the letterhead", async ({
    page,
  }) => {
    await at(page, "#/engagement/mateus/closing");
    await expect(page.getByText("to be signed off").first()).toBeVisible();
    await shot(page, "well", true);
    await expectAccessible(page);
    await at(page, "#/engagement/tomasz/closing");
    await shot(page, "early", true);
    await at(page, "#/settings");
    await page.getByLabel("Colour").fill("#ffee88");
    await page.locator("input[type=file]").setInputFiles({
      name: "logo.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="#1b6b66"/></svg>',
      ),
    });
    await expect(page.getByRole("img", { name: "Your logo" })).toBeVisible();
    await shot(page, "letterhead", true);
    await expectAccessible(page);
  });
});

test("from the end to summaries that are handed over, and a ledger that says so", async ({
  page,
  desk,
}) => {
  await at(page, "#/engagement/mateus/closing");
  for (const name of ["Kwame Boadu", "Ilse Vandermeulen", "Mateus Carvalhal"]) {
    await page.getByRole("button", { name: `Summary for ${name}` }).click();
    const preview = page.getByRole("dialog", { name: `Summary for ${name}` });
    const approve = preview.getByRole("button", {
      name: "Record the approval",
    });
    await expect(preview.getByRole("article")).toBeVisible();
    if (await approve.count()) {
      await approve.click();
      const consent = page.getByRole("dialog", {
        name: "The coachee approves",
      });
      const record = consent.getByRole("button", {
        name: "Record the approval",
      });
      await consent.getByLabel(/line by line/).check();
      await expect(record).toBeDisabled();
      const lines = consent.getByRole("list").getByRole("checkbox");
      for (const line of await lines.all()) await line.check();
      await expect(consent.getByText("All are agreed")).toBeVisible();
      await record.click();
      await expect(consent).toBeHidden();
    }
    await preview.getByRole("button", { name: "Hand over…" }).click();
    const write = page.getByRole("dialog", { name: `Hand over to ${name}` });
    await write.getByLabel("Folder").fill(desk.folder);
    await write.getByRole("button", { name: /^(Write|Hand over)$/ }).click();
    await expect(write).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();
  }
  await expect(page.getByText("handed over on")).toHaveCount(3);
  await at(page, "#/engagement/mateus/ledger");
  await expect(page.getByText(/summary/i).first()).toBeVisible();
});
