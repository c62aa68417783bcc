import { useId } from 'preact/hooks';
import { Icon } from './parts/Icon.tsx';
import { useSession } from './session.ts';
import { SCREENS, type Screen } from './use-place.ts';
import { useWords } from './words/words.ts';

/** What a badge of two signs can say. */
const MOST_IN_BADGE = 99;

export function Navigation({ screen }: { screen: Screen }) {
  const { shell, conflicts: words } = useWords();
  const { conflicts } = useSession().snapshot.counts;
  const id = useId();
  return (
    <nav aria-label={shell.navigation}>
      <ul>
        {SCREENS.map((name) => {
          const isMarked = name === 'facts' && conflicts > 0;
          return (
            <li key={name}>
              <a
                href={`#${name}`}
                aria-current={name === screen ? 'page' : undefined}
                aria-describedby={isMarked ? id : undefined}
              >
                <Icon name={name} />
                <span>{shell.screens[name]}</span>
                {isMarked && (
                  <span class="badge" aria-hidden="true">
                    {conflicts > MOST_IN_BADGE ? `${MOST_IN_BADGE}+` : conflicts}
                  </span>
                )}
              </a>
              {isMarked && (
                <span id={id} hidden>
                  {words.badge(conflicts)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
