import { daysInWords } from '../lib/days';

/** An error as it crosses from Rust: a stable code, a sentence for people, and the field it is about. */
export interface WireError {
  code: string;
  message: string;
  field?: string | null;
}

/** A refused or failed command. `message` says what happened, what is safe and what to do. */
export class CommandError extends Error {
  readonly code: string;
  readonly field: string | null;

  constructor(wire: WireError) {
    super(daysInWords(wire.message));
    this.name = 'CommandError';
    this.code = wire.code;
    this.field = wire.field ?? null;
  }
}

function isWire(value: unknown): value is WireError {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as WireError).code === 'string' &&
    typeof (value as WireError).message === 'string'
  );
}

/** Whatever was thrown, as a CommandError. What is not one of ours gets the code `unexpected`. */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (isWire(thrown)) return new CommandError(thrown);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new CommandError({ code: 'unexpected', message: detail });
}
