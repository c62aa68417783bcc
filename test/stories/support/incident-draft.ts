import type { IncidentDraft } from '../../../src/domain/incident.ts';

/** An incident as a person types it in, with as little as the form allows. */
export function incidentDraft(title: string): IncidentDraft {
  return {
    title,
    description: '',
    status: 'open',
    severity: 'high',
    killChainPhase: '',
    correlationRule: '',
    mitreMapping: [],
    eventCount: 1,
  };
}
