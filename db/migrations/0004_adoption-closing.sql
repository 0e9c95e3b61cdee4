CREATE TABLE "adoption_closings" (
	"adoption_id" uuid PRIMARY KEY NOT NULL,
	"comparison" text NOT NULL,
	"differences" text NOT NULL,
	"legal_basis" text NOT NULL,
	"next_budget" text NOT NULL,
	"lessons" text,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"hub_signed_by" uuid,
	"hub_signed_at" timestamp (3) with time zone,
	"source_signed_by" uuid,
	"source_signed_at" timestamp (3) with time zone,
	"source_signed_on_paper" boolean DEFAULT false NOT NULL,
	CONSTRAINT "adoption_closings_comparison" CHECK (length(btrim("adoption_closings"."comparison")) > 0),
	CONSTRAINT "adoption_closings_differences" CHECK (length(btrim("adoption_closings"."differences")) > 0),
	CONSTRAINT "adoption_closings_legal_basis" CHECK (length(btrim("adoption_closings"."legal_basis")) > 0),
	CONSTRAINT "adoption_closings_next_budget" CHECK (length(btrim("adoption_closings"."next_budget")) > 0),
	CONSTRAINT "adoption_closings_two_signatures" CHECK ("adoption_closings"."source_signed_on_paper" or "adoption_closings"."hub_signed_by" is null or "adoption_closings"."hub_signed_by" is distinct from "adoption_closings"."source_signed_by")
);
--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "launched_on" date;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "planned_cost" bigint;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "spent_cost" bigint;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "source_answered_on_paper" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "adoption_closings" ADD CONSTRAINT "adoption_closings_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_closings" ADD CONSTRAINT "adoption_closings_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_closings" ADD CONSTRAINT "adoption_closings_hub_signed_by_users_id_fk" FOREIGN KEY ("hub_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_closings" ADD CONSTRAINT "adoption_closings_source_signed_by_users_id_fk" FOREIGN KEY ("source_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_costs" CHECK ("adoptions"."planned_cost" >= 0 and "adoptions"."spent_cost" >= 0);