-- The documents are made anew from the practices: nothing of them has to be kept.
TRUNCATE TABLE "practice_documents";
--> statement-breakpoint
CREATE TABLE "practice_lexicon" (
	"kind" text NOT NULL,
	"term" text NOT NULL,
	"documents" integer NOT NULL,
	CONSTRAINT "practice_lexicon_kind_term_pk" PRIMARY KEY("kind","term"),
	CONSTRAINT "practice_lexicon_kind" CHECK ("practice_lexicon"."kind" in ('word', 'stem'))
);
--> statement-breakpoint
CREATE TABLE "search_queue" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"change" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "practice_documents" ALTER COLUMN "adoptions" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "practice_documents" ALTER COLUMN "evidence" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "practice_documents" ALTER COLUMN "confirmed_on" SET DATA TYPE date;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "public_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "checksum" text NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "words" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "life" text NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD COLUMN "published_on" date NOT NULL;--> statement-breakpoint
CREATE INDEX "practice_lexicon_words" ON "practice_lexicon" USING gin ("term" gin_trgm_ops) WHERE "practice_lexicon"."kind" = 'word';--> statement-breakpoint
CREATE INDEX "search_queue_due" ON "search_queue" USING btree ("due_at");--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "life_status";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "target_groups";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "sdgs";--> statement-breakpoint
ALTER TABLE "practice_documents" DROP COLUMN "published_at";