import { focusHeading } from '../focus-heading.ts';
import type { Notice } from '../notice.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words/words.ts';
import { useInstallOffer } from './install-offer.ts';

/** Takes up the browser's offer and says what came of it; null while there is none. */
export function useInstall(): (() => void) | null {
  const { care: words } = useWords();
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
