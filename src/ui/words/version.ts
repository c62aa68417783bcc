/** The version of this build, the same as in package.json. The catalogue says what is new in it (`news`). */
export const VERSION = '0.1.0';
