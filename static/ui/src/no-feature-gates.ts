/**
 * Stands in for Atlaskit's feature-gate client, which brings a client of a telemetry service: Ballast sends nothing
 * anywhere, and 38 KB less load. Every gate is off and every experiment at its default, as they are without it.
 */
const gates = {
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  initializeCompleted: (): boolean => false,
};

// eslint-disable-next-line no-restricted-syntax -- the module it stands in for has a default export
export default gates;
