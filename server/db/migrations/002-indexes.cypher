// Prose is searched by full text (names are not: the cjk analyzer stores bigrams, so single characters find nothing).
CREATE FULLTEXT INDEX scientist_prose IF NOT EXISTS FOR (n:Scientist) ON EACH [n.specialty] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX award_motivation IF NOT EXISTS FOR ()-[r:RECEIVED]-() ON EACH [r.motivation, r.category] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
CREATE POINT INDEX institution_location IF NOT EXISTS FOR (n:Institution) ON (n.location);
CREATE POINT INDEX place_location IF NOT EXISTS FOR (n:Place) ON (n.location);
CREATE RANGE INDEX scientist_birth_date IF NOT EXISTS FOR (n:Scientist) ON (n.birthDate);
CREATE RANGE INDEX place_code IF NOT EXISTS FOR (n:Place) ON (n.code);
CREATE RANGE INDEX place_level IF NOT EXISTS FOR (n:Place) ON (n.level);
CREATE RANGE INDEX field_scheme IF NOT EXISTS FOR (n:Field) ON (n.scheme);
