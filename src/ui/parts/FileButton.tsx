import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly multiple?: boolean;
  onChoose(input: HTMLInputElement): void;
}

/** A file input that looks like a button. It has no `accept`, because iOS would grey files out. */
export function FileButton({ label, multiple = false, onChoose }: FileButtonProps) {
  const id = useId();
  return (
    <span class="file-button">
      <input id={id} type="file" multiple={multiple} onChange={(event) => onChoose(event.currentTarget)} />
      <label class="button plain" for={id}>
        <Icon name="file" />
        {label}
      </label>
    </span>
  );
}
