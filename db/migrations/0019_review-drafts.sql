CREATE TABLE "review_drafts" (
	"revision_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"seen" text,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_drafts_revision_id_reviewer_id_pk" PRIMARY KEY("revision_id","reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;