export { api, chooseFolder, copied } from './api';
export { askAgainWith, onLocking, onRefusal } from './door';
export { CommandError, toCommandError } from './error';
