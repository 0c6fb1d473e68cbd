export { lockDataDir } from "./data-dir.ts";
export { StartFault, type StartFaultCode } from "./faults.ts";
export { type EngineJars, type EngineLog, ensureEngine } from "./jars.ts";
export { type EngineOptions, type RunningEngine, startEngine } from "./launch.ts";
export { type EngineAddress, findRunningEngine } from "./running.ts";
