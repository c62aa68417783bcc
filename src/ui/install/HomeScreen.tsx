import type { Platform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';

/** How the app gets onto the home screen of an iPhone or iPad. No button can do it. */
export function HomeScreenSteps({ platform }: { platform: Platform }) {
  const { care: words } = useWords();
  return (
    <ol class="steps">
      {!platform.isIosSafari && <li>{words.openInSafari}</li>}
      {words.homeScreenSteps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
