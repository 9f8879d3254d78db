/**
 * How often something was changed by what is at hand on every page, such as a release made from a
 * selection: the page that lies beneath then asks again.
 */
class Changes {
  count = $state(0);

  made(): void {
    this.count += 1;
  }
}

export const changes = new Changes();
