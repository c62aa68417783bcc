/** The version of this build, as in package.json. The catalogue has a line of what is new in it. */
export const VERSION = '0.1.0';
