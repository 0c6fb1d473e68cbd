export { isSamePerson, isWrittenOtherwise, type PersonKeyed, soughtKeys, storedKeys } from "./candidate-keys.ts";
export { type PersonSubject, recordObjection, removeCandidates, removeForgottenCandidates, subjectOf } from "./candidate-removal.ts";
export {
  addKeys,
  candidateOfScientist,
  candidatesByKeys,
  candidatesOfPerson,
  candidatesOfScientist,
  createCandidate,
  createCandidatesLoader,
  findCandidate,
  identify,
  type KeyedCandidate,
  objectionOf,
  scientistToEngage,
} from "./candidates.repository.ts";
export type * from "./candidates.types.ts";
export { type RunningClaim, runningClaims, settleClaims } from "./claims.ts";
export { createEmployerDirectory } from "./employer-directory.ts";
export { EmployerDirectory, type NamedInstitution } from "./employers.ts";
export { type NameForms, nameForms, sameName, untitled } from "./person-name.ts";
