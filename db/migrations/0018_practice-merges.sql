CREATE TABLE "practice_merges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"from_revision_id" uuid NOT NULL,
	"former_revision_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"picks" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"former_source_id" uuid,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undo_until" timestamp (3) with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	"restored_revision_id" uuid,
	CONSTRAINT "practice_merges_two" CHECK ("practice_merges"."from_id" <> "practice_merges"."into_id"),
	CONSTRAINT "practice_merges_undone" CHECK (("practice_merges"."undone_at" is null) = ("practice_merges"."undone_by" is null)),
	CONSTRAINT "practice_merges_restored" CHECK ("practice_merges"."restored_revision_id" is null or "practice_merges"."undone_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_from_id_practices_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_into_id_practices_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_from_revision_id_practice_revisions_id_fk" FOREIGN KEY ("from_revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_former_revision_id_practice_revisions_id_fk" FOREIGN KEY ("former_revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_former_source_id_practices_id_fk" FOREIGN KEY ("former_source_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_merges" ADD CONSTRAINT "practice_merges_restored_revision_id_practice_revisions_id_fk" FOREIGN KEY ("restored_revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_merges_one_standing" ON "practice_merges" USING btree ("from_id") WHERE "practice_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "practice_merges_into" ON "practice_merges" USING btree ("into_id");