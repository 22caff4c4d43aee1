/** Stands in for Atlaskit's feature-gate client, which would talk to a telemetry service: every gate is off, as without it. */
const gates = {
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  initializeCompleted: (): boolean => false,
};

export { gates as default };
