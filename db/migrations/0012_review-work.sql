CREATE TABLE "hub_review_rules" (
	"hub_id" uuid PRIMARY KEY NOT NULL,
	"minor_kinds" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hub_review_rules_minor_kinds" CHECK ("hub_review_rules"."minor_kinds" <@ array['contact', 'typo', 'links']::text[])
);
--> statement-breakpoint
CREATE TABLE "review_batch_items" (
	"batch_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"revision_id" uuid,
	"from_state" text,
	"version" integer,
	"document_verified_by" uuid,
	"document_verified_at" timestamp (3) with time zone,
	"message" text,
	"refused" text,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "review_batch_items_batch_id_practice_id_pk" PRIMARY KEY("batch_id","practice_id"),
	CONSTRAINT "review_batch_items_done_or_refused" CHECK (("review_batch_items"."refused" is null) = ("review_batch_items"."version" is not null))
);
--> statement-breakpoint
CREATE TABLE "review_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"message" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "review_batches_action" CHECK ("review_batches"."action" in ('verify_documents', 'request_changes'))
);
--> statement-breakpoint
CREATE TABLE "review_claims" (
	"revision_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"claimed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"assigned_by" uuid,
	CONSTRAINT "review_claims_revision_id_stage_pk" PRIMARY KEY("revision_id","stage"),
	CONSTRAINT "review_claims_stage" CHECK ("review_claims"."stage" in ('documents', 'substance'))
);
--> statement-breakpoint
CREATE TABLE "review_escalations" (
	"revision_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"waiting_since" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_escalations_revision_id_stage_waiting_since_pk" PRIMARY KEY("revision_id","stage","waiting_since"),
	CONSTRAINT "review_escalations_stage" CHECK ("review_escalations"."stage" in ('documents', 'substance'))
);
--> statement-breakpoint
CREATE TABLE "review_replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_replies_body" CHECK (length(btrim("review_replies"."body")) > 0)
);
--> statement-breakpoint
CREATE TABLE "review_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"body_id" text NOT NULL,
	"body_en" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "review_templates_name" CHECK (length(btrim("review_templates"."name")) > 0),
	CONSTRAINT "review_templates_body_id" CHECK (length(btrim("review_templates"."body_id")) > 0),
	CONSTRAINT "review_templates_body_en" CHECK (length(btrim("review_templates"."body_en")) > 0)
);
--> statement-breakpoint
CREATE TABLE "revision_submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_submissions_version" UNIQUE("revision_id","version")
);
--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD COLUMN "minor_of" uuid;--> statement-breakpoint
ALTER TABLE "review_comments" ADD COLUMN "field" text;--> statement-breakpoint
ALTER TABLE "review_comments" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "hub_review_rules" ADD CONSTRAINT "hub_review_rules_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_review_rules" ADD CONSTRAINT "hub_review_rules_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch_items" ADD CONSTRAINT "review_batch_items_batch_id_review_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."review_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch_items" ADD CONSTRAINT "review_batch_items_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch_items" ADD CONSTRAINT "review_batch_items_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch_items" ADD CONSTRAINT "review_batch_items_document_verified_by_users_id_fk" FOREIGN KEY ("document_verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batches" ADD CONSTRAINT "review_batches_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_escalations" ADD CONSTRAINT "review_escalations_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_replies" ADD CONSTRAINT "review_replies_comment_id_review_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."review_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_replies" ADD CONSTRAINT "review_replies_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_templates" ADD CONSTRAINT "review_templates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_templates" ADD CONSTRAINT "review_templates_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_submissions" ADD CONSTRAINT "revision_submissions_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_submissions" ADD CONSTRAINT "revision_submissions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_batches_actor" ON "review_batches" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "review_claims_reviewer" ON "review_claims" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "review_replies_comment" ON "review_replies" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "review_templates_organisation" ON "review_templates" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_minor_of_practice_revisions_id_fk" FOREIGN KEY ("minor_of") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_minor" CHECK ("practice_revisions"."minor_of" is null or ("practice_revisions"."state" = 'published' and "practice_revisions"."published_by" is null and "practice_revisions"."submitted_by" is not null));