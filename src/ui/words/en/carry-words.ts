import { formats } from './formats.ts';

const { bytes } = formats;

export const carryWords = {
  copy: 'Copy',
  saveFile: 'Save file',
  share: 'Share',
  preparing: 'Being made ready…',
  size: (size: number) => bytes(size),
  tooLarge: 'Too large for a clipboard: save it as a file.',
  tooLargeShare: 'Too large for a clipboard: share it as a file.',
  copied: 'Copied. It is in the clipboard of this device until something else is copied.',
  saved: (name: string) => `Handed to the browser’s downloads as ${name}.`,
  shared: 'Shared.',
  copyDenied: 'The browser did not let Synapse write to the clipboard.',
  copyDeniedNext: 'Select the text below and copy it by hand, or save it as a file.',
  copyDeniedNextFile: 'Save it as a file.',
  copyDeniedNextShare: 'Share it as a file.',
  shareFailed: 'Sharing did not work on this device.',
  shareFailedNextFile: 'Save it as a file.',
  shareFailedAgain: 'Try again, or choose another app to share it with.',
  byHandNext: 'Select the text below and copy it by hand.',
  byHand: 'Text to copy by hand',
};
