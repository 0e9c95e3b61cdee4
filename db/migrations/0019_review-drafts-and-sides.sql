CREATE TABLE "review_drafts" (
	"revision_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"seen" text,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_drafts_revision_id_reviewer_id_pk" PRIMARY KEY("revision_id","reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "review_comments" ADD COLUMN "stage" text DEFAULT 'documents' NOT NULL;--> statement-breakpoint
ALTER TABLE "revision_authors" ADD COLUMN "handed_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_stage" CHECK ("review_comments"."stage" in ('documents', 'substance'));
--> statement-breakpoint
-- Remarks from before: the check that the text waited for when they were made.
UPDATE "review_comments" AS c SET "stage" = 'substance' WHERE (
	SELECT e."event" FROM "practice_events" AS e
	WHERE e."revision_id" = c."revision_id" AND e."at" <= c."created_at"
		AND e."event" IN ('submit', 'verify_documents', 'unschedule', 'undo_verify_documents', 'undo_request_changes', 'undo_request_changes_verified')
	ORDER BY e."at" DESC, e."id" DESC LIMIT 1
) IN ('verify_documents', 'unschedule', 'undo_request_changes_verified');
