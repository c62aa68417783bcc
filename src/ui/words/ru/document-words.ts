import type { Words } from '../words.ts';

/** In the nominative: sentences around them are built so that no other case is needed. */
export const documentWords: Words['documents'] = {
  handshake_request: 'запрос рукопожатия',
  handshake_response: 'ответ на рукопожатие',
  sync_payload: 'посылка с фактами',
  gene_backup: 'резервная копия',
  delta_sync_request: 'запрос нового',
  delta_sync_response: 'ответ с новым',
  genome_file: 'файл генома',
  tool_peer_status: 'состояние узла GoMCP',
  tool_peer_handshake: 'отчёт GoMCP о рукопожатии',
  tool_force_resonance_handshake: 'отчёт GoMCP о резонансе',
  tool_sync_facts: 'отчёт GoMCP о приёме',
  tool_peer_backup: 'список резервных копий GoMCP',
};
