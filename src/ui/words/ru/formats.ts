import { createFormats } from '../formats.ts';

export const formats = createFormats('ru', 'только что', 'в течение минуты');
