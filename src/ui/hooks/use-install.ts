/** The browser's offer to install this app. It comes once, early, and unasked: it is kept until a person takes it up. */
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

let kept: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function keep(offer: InstallPrompt | null): void {
  kept = offer;
  for (const listener of listeners) listener();
}

/** To be called before anything is drawn. */
export function listenForInstallOffer(target: Window): void {
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // Else the browser would show it at a moment of its own.
    keep(event as InstallPrompt);
  });
  target.addEventListener('appinstalled', () => keep(null));
}

/** Brings up the browser's question, inside the gesture; null while the browser offers nothing. */
export function useInstallOffer(): (() => Promise<'accepted' | 'dismissed'>) | null {
  const [offer, setOffer] = useState(kept);
  useEffect(() => {
    const follow = () => setOffer(kept);
    follow();
    listeners.add(follow);
    return () => void listeners.delete(follow);
  }, []);
  if (!offer) return null;
  return async () => {
    await offer.prompt();
    const { outcome } = await offer.userChoice;
    keep(null); // It can be asked once.
    return outcome;
  };
}

/** Takes up the browser's offer and says what came of it; null while there is none. */
export function useInstall(): (() => void) | null {
  const { install: words } = useWords();
  const act = useAct();
  const offer = useInstallOffer();
  if (!offer) return null;
  const install = async (): Promise<Notice> => {
    const isAccepted = (await offer()) === 'accepted';
    return { kind: 'said', text: isAccepted ? words.installing : words.notInstalled };
  };
  // The button goes with the offer.
  return () => act.run(words.install, install, focusHeading);
}
