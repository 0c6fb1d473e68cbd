/** One row with each kind of value. No parameters. */
export const KINDS_OF_VALUE = /* cypher */ `
RETURN 7 AS whole, date('2026-11-22') AS date, point({longitude: 104.1, latitude: 30.6}) AS place, null AS absent, {list: [1, '二']} AS map`;

/** A parameter and its Cypher type. $value. */
export const ECHO_VALUE = /* cypher */ `RETURN $value AS value, valueType($value) AS type`;

/** A row per key except \`missing\`, in reverse order, with the number of keys. $keys. */
export const ECHO_KEYS = /* cypher */ `
UNWIND reverse($keys) AS key WITH key WHERE key <> 'missing' RETURN key, size($keys) AS asked`;

/** Numbers from 1. $count. */
export const MANY_ROWS = /* cypher */ `UNWIND range(1, $count) AS number RETURN number`;

/** Runs far longer than any limit. No parameters. */
export const NEVER_ENDING = /* cypher */ `
UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a + b AS c WHERE c < 0 RETURN count(*) AS count`;

/** Breaks the uniqueness of Scientist.key. No parameters. */
export const CREATE_TWICE = /* cypher */ `
UNWIND ['one', 'two'] AS id CREATE (:Scientist {id: id, key: 'twice'})`;
