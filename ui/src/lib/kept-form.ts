import type { KeptForm } from '../ipc/types/KeptForm';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is no text, or must not be kept. */
const LEFT_OUT = ['password', 'checkbox', 'radio', 'range', 'file', 'button', 'submit', 'search'];

const touched = new WeakSet<HTMLFormElement>();

/** Notes which forms somebody has begun to fill in. Returns how to stop. */
export function noteForms(): () => void {
  const note = (event: Event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form) touched.add(form);
  };
  document.addEventListener('input', note);
  return () => document.removeEventListener('input', note);
}

/** The form that was begun and not saved, the topmost first; null when there is none. */
export function halfFilled(): KeptForm | null {
  const begun = [...document.querySelectorAll('form')].filter((form) => touched.has(form));
  for (const form of begun.reverse()) {
    const fields = [...form.elements]
      .filter(isControl)
      .map(read)
      .filter(({ text }) => text !== '');
    if (fields.length > 0) return { title: titleOf(form), fields };
  }
  return null;
}

function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !LEFT_OUT.includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function read(control: Control): KeptForm['fields'][number] {
  const named = control.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? '';
  const text =
    control instanceof HTMLSelectElement
      ? (control.selectedOptions[0]?.textContent ?? '')
      : control.value;
  return { label: spaced(named), text: text.trim() };
}

function titleOf(form: HTMLFormElement): string {
  const around = form.closest('dialog') ?? form;
  const heading = around.querySelector('h1, h2, h3') ?? document.querySelector('main h1');
  return spaced(heading?.textContent ?? '');
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
