CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'read' NOT NULL,
	"cells" jsonb NOT NULL,
	"formulas" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outcome" text,
	"issues" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_duplicate" boolean DEFAULT false NOT NULL,
	"agency_id" uuid,
	"external_id" text,
	"content" jsonb,
	"checksum" text,
	"practice_id" uuid,
	"revision_id" uuid,
	"version_after" integer,
	"before" jsonb,
	"before_checksum" text,
	CONSTRAINT "import_rows_import_id_number_pk" PRIMARY KEY("import_id","number"),
	CONSTRAINT "import_rows_state" CHECK ("import_rows"."state" in ('read', 'checked', 'applied', 'skipped', 'undone', 'kept')),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('create', 'update', 'unchanged', 'touched', 'repeated', 'error'))
);
--> statement-breakpoint
CREATE TABLE "imported_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"practice_id" uuid NOT NULL,
	"checksum" text,
	"revision_id" uuid,
	"version" integer,
	CONSTRAINT "imported_records_external" CHECK (length(btrim("imported_records"."external_id")) > 0)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_by" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text DEFAULT 'checking' NOT NULL,
	"columns" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"with_duplicates" boolean DEFAULT false NOT NULL,
	"fault" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"step_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('checking', 'checked', 'applying', 'stopped', 'applied', 'undoing', 'undone', 'discarded')),
	CONSTRAINT "imports_role" CHECK ("imports"."role" in ('author', 'agency_admin', 'agency_head', 'adopter_lead', 'curator', 'hub_manager', 'mentor', 'national_admin', 'observer')),
	CONSTRAINT "imports_file_name" CHECK (length(btrim("imports"."file_name")) > 0),
	CONSTRAINT "imports_row_count" CHECK ("imports"."row_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "proposal_readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"practice_id" uuid,
	"file_name" text NOT NULL,
	"pieces" jsonb NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"images" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "proposal_readings_file_name" CHECK (length(btrim("proposal_readings"."file_name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_records" ADD CONSTRAINT "imported_records_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_records" ADD CONSTRAINT "imported_records_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_records" ADD CONSTRAINT "imported_records_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_readings" ADD CONSTRAINT "proposal_readings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_readings" ADD CONSTRAINT "proposal_readings_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("import_id","state","number");--> statement-breakpoint
CREATE UNIQUE INDEX "imported_records_external_id" ON "imported_records" USING btree ("agency_id","external_id");--> statement-breakpoint
CREATE INDEX "imported_records_practice" ON "imported_records" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "imports_organisation" ON "imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "proposal_readings_user" ON "proposal_readings" USING btree ("user_id","created_at");