/**
 * A document to carry to a node that may be GoMCP, and the call that is typed there instead, because no tool of GoMCP
 * reads the document. The likelier one is shown, and the other one opens.
 */
import { useId } from 'preact/hooks';
import type { CallInstead, Carried } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { CarryOut } from './CarryOut.tsx';
import { Disclosure } from './Disclosure.tsx';
import { ToolCall } from './ToolCall.tsx';

/** `text`: what to do with the document. `to`: the name of the other node, or null. */
export function CarryOrCall({ carried, text, to }: { carried: Carried; text: string; to: string | null }) {
  const { gomcp: words } = useWords();
  const { instead } = carried;
  const document = (
    <>
      <p>{text}</p>
      <CarryOut carried={carried} />
    </>
  );
  if (!instead) return document;
  const call = <Call instead={instead} to={to ?? 'GoMCP'} />;
  return instead.isLikely ? (
    <>
      {call}
      <Disclosure summary={words.asDocument}>{document}</Disclosure>
    </>
  ) : (
    <>
      {document}
      <Disclosure summary={words.asCall}>{call}</Disclosure>
    </>
  );
}

function Call({ instead: { tool, call }, to }: { instead: CallInstead; to: string }) {
  const { gomcp: words } = useWords();
  const id = useId();
  return (
    <>
      <p id={id}>{words.instead[tool](to)}</p>
      {tool === 'delta_sync' && <p class="callout warning">{words.newerWarning}</p>}
      <ToolCall text={call} describedBy={id} />
    </>
  );
}
