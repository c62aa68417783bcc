import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** The platform's file input under a label that looks like a button. No `accept`: iOS would grey the files out (DESIGN 8). */
export function FileButton({ label, onChoose }: { label: string; onChoose: (input: HTMLInputElement) => void }) {
  const id = useId();
  return (
    <span class="file-button">
      <input id={id} type="file" onChange={(event) => onChoose(event.currentTarget)} />
      <label class="button plain" for={id}>
        <Icon name="file" />
        {label}
      </label>
    </span>
  );
}
