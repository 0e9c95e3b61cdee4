CREATE TABLE "public_content" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "public_content_only" CHECK ("public_content"."only")
);
--> statement-breakpoint
INSERT INTO "public_content" DEFAULT VALUES;
--> statement-breakpoint
-- Runs once a transaction, at its end: the one row is the last thing that is locked, so nobody waits for it in a circle.
-- What no visitor sees is let through: drafts of a practice and of its text, and changes that wait for the search index.
CREATE FUNCTION raise_public_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  raised bigint;
BEGIN
  IF current_setting('jipp.public_content', true) = pg_current_xact_id()::text THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'practice_revisions' AND TG_OP IN ('INSERT', 'UPDATE') THEN
    IF NEW.state <> 'published' AND (TG_OP = 'INSERT' OR OLD.state <> 'published') THEN
      RETURN NULL;
    END IF;
  ELSIF TG_TABLE_NAME = 'practices' AND TG_OP IN ('INSERT', 'UPDATE') THEN
    IF NEW.state = 'unpublished' AND (TG_OP = 'INSERT' OR OLD.state = 'unpublished') THEN
      RETURN NULL;
    END IF;
  ELSIF TG_TABLE_NAME = 'search_queue' AND TG_OP IN ('INSERT', 'UPDATE') THEN
    RETURN NULL;
  END IF;
  UPDATE public_content SET version = version + 1 RETURNING version INTO raised;
  PERFORM set_config('jipp.public_content', pg_current_xact_id()::text, true);
  PERFORM pg_notify('jipp_public_content', raised::text);
  RETURN NULL;
END $$;
