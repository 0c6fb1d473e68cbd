// Works, the author strings behind them, and what each import batch stated.
CREATE CONSTRAINT work_id IF NOT EXISTS FOR (n:Work) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT work_key IF NOT EXISTS FOR (n:Work) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT work_doi IF NOT EXISTS FOR (n:Work) REQUIRE n.doi IS UNIQUE;
CREATE CONSTRAINT work_anthology_id IF NOT EXISTS FOR (n:Work) REQUIRE n.anthologyId IS UNIQUE;
CREATE CONSTRAINT work_open_alex_id IF NOT EXISTS FOR (n:Work) REQUIRE n.openAlexId IS UNIQUE;
CREATE CONSTRAINT author_id IF NOT EXISTS FOR (n:Author) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT author_key IF NOT EXISTS FOR (n:Author) REQUIRE n.key IS UNIQUE;
CREATE RANGE INDEX author_orcid IF NOT EXISTS FOR (n:Author) ON (n.orcid);
CREATE RANGE INDEX author_open_alex_id IF NOT EXISTS FOR (n:Author) ON (n.openAlexId);
CREATE CONSTRAINT import_batch_id IF NOT EXISTS FOR (n:ImportBatch) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_statement_key IF NOT EXISTS FOR (n:ImportStatement) REQUIRE n.key IS UNIQUE;
CREATE RANGE INDEX import_statement_batch IF NOT EXISTS FOR (n:ImportStatement) ON (n.batchId);
