/**
 * A file out of the browser, by download or share sheet, whichever works on this device: ARCHITECTURE "Platform facts".
 * Sharing is told only after it happened; a download is only handed to the browser.
 */
import { useMemo } from 'preact/hooks';
import { prepareShare, saveFile } from '../../carry/files.ts';
import { thisPlatform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';

/** What to do after sharing, and what to tell then. */
type AfterSharing = () => Notice | Promise<Notice>;

export interface FileOut {
  /** null: a download does nothing here, as in an installed iOS app. */
  readonly save: (() => void) | null;
  /** Call it from a gesture; it answers null if the person closed the share sheet. null: this cannot be shared here. */
  readonly share: ((shared: AfterSharing) => Promise<Notice | null>) | null;
}

/** `file`: null until it is made. `ifNot`: what the person can do if sharing fails and a download does nothing. */
export function useFileOut(file: Blob | null, fileName: string, ifNot: string): FileOut {
  const { carry } = useWords();
  const open = useMemo(() => file && prepareShare(file, fileName), [file, fileName]);
  // Without a share sheet a download is tried, even if it may do nothing.
  const maySave = !open || !downloadsDoNothing();
  return {
    save: file && maySave ? () => saveFile(file, fileName) : null,
    share:
      open &&
      (async (shared) => {
        const result = await open();
        if (result === 'shared') return shared();
        if (result === 'cancelled') return null;
        const next = maySave ? carry.shareFailedNextFile : ifNot;
        return { kind: 'failed', code: 'share-failed', what: carry.shareFailed, next };
      }),
  };
}

/** For a file that the same act makes: hands it out in the way that works here. `saved`: what to tell of a download. */
export function useFileNow(): (file: Blob, fileName: string, saved: string) => Promise<Notice | null> {
  const { carry } = useWords();
  return async (file, fileName, saved) => {
    const open = downloadsDoNothing() ? prepareShare(file, fileName) : null;
    const result = open && (await open());
    if (result === 'cancelled') return null;
    if (result === 'shared') return { kind: 'said', text: carry.shared };
    if (result === 'failed')
      return { kind: 'failed', code: 'share-failed', what: carry.shareFailed, next: carry.shareFailedAgain };
    saveFile(file, fileName);
    return { kind: 'said', text: saved };
  };
}

function downloadsDoNothing(): boolean {
  const { isIos, isInstalled } = thisPlatform();
  return isIos && isInstalled;
}
