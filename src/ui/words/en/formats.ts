import { createFormats } from '../formats.ts';

/** English, with the twenty-four hour clock and day before month that logs and incident reports use. */
export const formats = createFormats('en-GB', 'now', 'within a minute');
