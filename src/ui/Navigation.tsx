import { Icon } from './parts/Icon.tsx';
import { SCREENS, type Screen } from './use-place.ts';
import { useWords } from './words/words.ts';

export function Navigation({ screen }: { screen: Screen }) {
  const { shell } = useWords();
  return (
    <nav aria-label={shell.navigation}>
      <ul>
        {SCREENS.map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === screen ? 'page' : undefined}>
              <Icon name={name} />
              <span>{shell.screens[name]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
