/** The browser's offer to install this app. It comes once, early and unasked, so it waits here for the person. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';
import { useAct } from './use-act.ts';
import { focusHeading } from './use-focus.ts';

/** Chromium's `beforeinstallprompt`, which TypeScript does not know. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

let openOffer: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function setOpenOffer(offer: InstallPrompt | null): void {
  openOffer = offer;
  for (const listener of listeners) listener();
}

/** Call it before anything is drawn: the offer may come at once. */
export function listenForInstallOffer(target: Window): void {
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // Otherwise the browser shows it when it likes.
    setOpenOffer(event as InstallPrompt);
  });
  target.addEventListener('appinstalled', () => setOpenOffer(null));
}

/** Shows the browser's question; call it from a gesture. null: the browser offers nothing. */
export function useInstallOffer(): (() => Promise<'accepted' | 'dismissed'>) | null {
  const [offer, setOffer] = useState(openOffer);
  useEffect(() => {
    const follow = () => setOffer(openOffer);
    follow();
    listeners.add(follow);
    return () => void listeners.delete(follow);
  }, []);
  if (!offer) return null;
  return async () => {
    await offer.prompt();
    const { outcome } = await offer.userChoice;
    setOpenOffer(null); // One offer can be shown once.
    return outcome;
  };
}

/** Accepts the browser's offer and tells the result. null: the browser offers nothing. */
export function useInstall(): (() => void) | null {
  const { install: words } = useWords();
  const act = useAct();
  const offer = useInstallOffer();
  if (!offer) return null;
  const install = async (): Promise<Notice> => {
    const isAccepted = (await offer()) === 'accepted';
    return { kind: 'said', text: isAccepted ? words.installing : words.notInstalled };
  };
  // The button goes away together with the offer.
  return () => act.run(words.install, install, focusHeading);
}
