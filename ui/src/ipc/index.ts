export { CommandError, toCommandError } from './error';
export { onRefusal } from './door';
