-- The documents are made anew from the practices: nothing of them has to be kept.
TRUNCATE TABLE "practice_documents";
--> statement-breakpoint
CREATE TABLE "practice_documents_removed" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"generation" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_generation" (
	"epoch" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"generation" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice_lexicon" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "practice_lexicon" CASCADE;--> statement-breakpoint
DROP INDEX "practice_documents_vector";--> statement-breakpoint
DROP INDEX "practice_documents_names";--> statement-breakpoint
DROP INDEX "practice_documents_province";--> statement-breakpoint
DROP INDEX "practice_documents_sector";--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "search_terms" jsonb;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "entry" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "terms" text NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "generation" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "practice_documents_removed_generation" ON "practice_documents_removed" USING btree ("generation");--> statement-breakpoint
CREATE INDEX "practice_documents_generation" ON "practice_documents" USING btree ("generation");--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "vector";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "names";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "province";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "district";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "sector";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "form";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "year";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "awards";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "life";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "adoptions";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "evidence";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "confirmed_on";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "published_on";
--> statement-breakpoint
INSERT INTO "search_generation" DEFAULT VALUES;
--> statement-breakpoint
CREATE FUNCTION raise_search_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE search_generation SET generation = generation + 1;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION stamp_practice_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.generation := (SELECT generation FROM search_generation);
	DELETE FROM practice_documents_removed WHERE practice_id = NEW.practice_id;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_removed_practice_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO practice_documents_removed (practice_id, generation)
	SELECT OLD.practice_id, generation FROM search_generation
	ON CONFLICT (practice_id) DO UPDATE SET generation = excluded.generation;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION renew_search_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE search_generation SET epoch = gen_random_uuid();
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER practice_documents_raise BEFORE INSERT OR UPDATE OR DELETE ON practice_documents
	FOR EACH STATEMENT EXECUTE FUNCTION raise_search_generation();
--> statement-breakpoint
CREATE TRIGGER practice_documents_stamp BEFORE INSERT OR UPDATE ON practice_documents
	FOR EACH ROW EXECUTE FUNCTION stamp_practice_document();
--> statement-breakpoint
CREATE TRIGGER practice_documents_removed AFTER DELETE ON practice_documents
	FOR EACH ROW EXECUTE FUNCTION note_removed_practice_document();
--> statement-breakpoint
CREATE TRIGGER practice_documents_truncated AFTER TRUNCATE ON practice_documents
	FOR EACH STATEMENT EXECUTE FUNCTION renew_search_epoch();
