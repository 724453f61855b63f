import { resolve } from 'node:path';

/** The folder of the checkout that this command line lies in. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');
