/** Replaces the factory password of the account that runs it. Parameters: old, new. Runs on database `system`. */
export const SET_FIRST_PASSWORD = /* cypher */ `ALTER CURRENT USER SET PASSWORD FROM $old TO $new`;
