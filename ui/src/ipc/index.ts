export { api, chooseFolder } from './api';
export { onRefusal } from './door';
export { CommandError, toCommandError } from './error';
