ALTER TABLE "practice_revisions" DROP CONSTRAINT "practice_revisions_state";--> statement-breakpoint
DROP INDEX "practice_revisions_one_open";--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD COLUMN "scheduled_by" uuid;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_scheduled_by_users_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_revisions_one_open" ON "practice_revisions" USING btree ("practice_id") WHERE "practice_revisions"."state" in ('draft', 'submitted', 'document_verified', 'scheduled', 'changes_requested');--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_scheduled" CHECK ("practice_revisions"."state" <> 'scheduled' or ("practice_revisions"."publish_at" is not null and "practice_revisions"."scheduled_by" is not null));--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_state" CHECK ("practice_revisions"."state" in ('draft', 'submitted', 'document_verified', 'scheduled', 'changes_requested', 'published', 'discarded'));