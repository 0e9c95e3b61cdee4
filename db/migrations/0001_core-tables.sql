CREATE TABLE "adaptations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"decision" text NOT NULL,
	"becomes" text,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adaptations_part" UNIQUE("adoption_id","part"),
	CONSTRAINT "adaptations_part_filled" CHECK (length(btrim("adaptations"."part")) > 0),
	CONSTRAINT "adaptations_kind" CHECK ("adaptations"."kind" in ('core', 'adaptable', 'optional')),
	CONSTRAINT "adaptations_decision" CHECK ("adaptations"."decision" in ('kept', 'changed', 'dropped')),
	CONSTRAINT "adaptations_reason" CHECK ("adaptations"."decision" = 'kept' or length(btrim(coalesce("adaptations"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "adoption_candidates" (
	"adoption_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"note" text,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoption_candidates_adoption_id_practice_id_pk" PRIMARY KEY("adoption_id","practice_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_checks" (
	"adoption_id" uuid NOT NULL,
	"item" text NOT NULL,
	"note" text,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoption_checks_adoption_id_item_pk" PRIMARY KEY("adoption_id","item")
);
--> statement-breakpoint
CREATE TABLE "adoption_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"dated_on" date NOT NULL,
	"body" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoption_documents_kind" CHECK ("adoption_documents"."kind" in ('interest_letter', 'visit_report', 'agreement', 'team_decree', 'action_plan', 'monitoring_report', 'evaluation', 'other')),
	CONSTRAINT "adoption_documents_title" CHECK (length(btrim("adoption_documents"."title")) > 0)
);
--> statement-breakpoint
CREATE TABLE "adoption_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"event" text NOT NULL,
	"step" smallint NOT NULL,
	"actor_id" uuid,
	"reason" text,
	"data" jsonb,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoption_indicators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"baseline_value" numeric NOT NULL,
	"baseline_on" date NOT NULL,
	"target_value" numeric NOT NULL,
	"target_on" date,
	CONSTRAINT "adoption_indicators_name" UNIQUE("adoption_id","name"),
	CONSTRAINT "adoption_indicators_name_filled" CHECK (length(btrim("adoption_indicators"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "adoption_steps" (
	"adoption_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"passed_at" timestamp (3) with time zone,
	"passed_by" uuid,
	"note" text,
	CONSTRAINT "adoption_steps_adoption_id_step_pk" PRIMARY KEY("adoption_id","step"),
	CONSTRAINT "adoption_steps_step" CHECK ("adoption_steps"."step" in (1, 2, 3, 4, 5, 6, 7, 8))
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_id" text NOT NULL,
	"need_id" uuid NOT NULL,
	"practice_id" uuid,
	"revision_id" uuid,
	"agency_id" uuid NOT NULL,
	"hub_id" uuid,
	"process_version" smallint DEFAULT 1 NOT NULL,
	"step" smallint DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"lead_id" uuid NOT NULL,
	"review_on" date,
	"stop_reason" text,
	"stop_note" text,
	"ended_at" timestamp (3) with time zone,
	"replica_practice_id" uuid,
	"certificate_number" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoptions_step" CHECK ("adoptions"."step" in (1, 2, 3, 4, 5, 6, 7, 8)),
	CONSTRAINT "adoptions_state" CHECK ("adoptions"."state" in ('active', 'paused', 'stopped', 'declined', 'completed')),
	CONSTRAINT "adoptions_stop_reason" CHECK ("adoptions"."stop_reason" in ('budget', 'leadership_change', 'regulation', 'not_compatible', 'source_unresponsive', 'other')),
	CONSTRAINT "adoptions_practice_chosen" CHECK ("adoptions"."step" < 3 or ("adoptions"."practice_id" is not null and "adoptions"."revision_id" is not null)),
	CONSTRAINT "adoptions_paused" CHECK (("adoptions"."state" = 'paused') = ("adoptions"."review_on" is not null)),
	CONSTRAINT "adoptions_stopped" CHECK (("adoptions"."state" = 'stopped') = ("adoptions"."stop_reason" is not null)),
	CONSTRAINT "adoptions_ended" CHECK (("adoptions"."state" in ('stopped', 'declined', 'completed')) = ("adoptions"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"scope" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"adopter_signed_by" uuid,
	"adopter_signed_at" timestamp (3) with time zone,
	"source_signed_by" uuid,
	"source_signed_at" timestamp (3) with time zone,
	"source_signed_on_paper" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreements_adoption" UNIQUE("adoption_id"),
	CONSTRAINT "agreements_number" CHECK (length(btrim("agreements"."number")) > 0),
	CONSTRAINT "agreements_period" CHECK ("agreements"."ends_on" is null or "agreements"."ends_on" >= "agreements"."starts_on"),
	CONSTRAINT "agreements_two_signatures" CHECK ("agreements"."adopter_signed_by" is null or "agreements"."adopter_signed_by" is distinct from "agreements"."source_signed_by")
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"adoption_id" uuid PRIMARY KEY NOT NULL,
	"letter_number" text NOT NULL,
	"letter_on" date NOT NULL,
	"message" text NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp (3) with time zone,
	"hub_verified_by" uuid,
	"hub_verified_at" timestamp (3) with time zone,
	"hub_note" text,
	"source_answered_by" uuid,
	"source_answered_at" timestamp (3) with time zone,
	"source_accepts" boolean,
	"source_note" text,
	CONSTRAINT "interests_answer" CHECK (("interests"."source_accepts" is null) = ("interests"."source_answered_at" is null)),
	CONSTRAINT "interests_declined_with_reason" CHECK ("interests"."source_accepts" is not false or length(btrim(coalesce("interests"."source_note", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "outcome_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"month" smallint NOT NULL,
	"measured_on" date NOT NULL,
	"narrative" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcome_reports_month" UNIQUE("adoption_id","month"),
	CONSTRAINT "outcome_reports_month_value" CHECK ("outcome_reports"."month" in (3, 6, 12, 24)),
	CONSTRAINT "outcome_reports_narrative" CHECK (length(btrim("outcome_reports"."narrative")) > 0)
);
--> statement-breakpoint
CREATE TABLE "outcome_values" (
	"report_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "outcome_values_report_id_indicator_id_pk" PRIMARY KEY("report_id","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adoption_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"remote" boolean NOT NULL,
	"participants" integer NOT NULL,
	"findings" text NOT NULL,
	"must_keep" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visits_findings" CHECK (length(btrim("visits"."findings")) > 0),
	CONSTRAINT "visits_participants" CHECK ("visits"."participants" > 0)
);
--> statement-breakpoint
CREATE TABLE "action_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"what" text NOT NULL,
	"who" text NOT NULL,
	"due_on" date NOT NULL,
	"evidence_wanted" text,
	"state" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"done_note" text,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone,
	"verified_by" uuid,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "action_items_state" CHECK ("action_items"."state" in ('open', 'in_progress', 'done', 'verified')),
	CONSTRAINT "action_items_what" CHECK (length(btrim("action_items"."what")) > 0),
	CONSTRAINT "action_items_who" CHECK (length(btrim("action_items"."who")) > 0),
	CONSTRAINT "action_items_done" CHECK (("action_items"."state" in ('done', 'verified')) = ("action_items"."done_at" is not null)),
	CONSTRAINT "action_items_verified" CHECK (("action_items"."state" = 'verified') = ("action_items"."verified_at" is not null)),
	CONSTRAINT "action_items_verified_by_others" CHECK ("action_items"."verified_by" is null or "action_items"."verified_by" is distinct from "action_items"."done_by")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hub_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"region_code" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_period" CHECK ("assignments"."ends_on" is null or "assignments"."ends_on" >= "assignments"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "coaching_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receipt" text NOT NULL,
	"hub_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"region_code" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit" text,
	"practice_id" uuid,
	"adoption_id" uuid,
	"step" smallint,
	"state" text DEFAULT 'held' NOT NULL,
	"mode" text NOT NULL,
	"channel" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"travel_minutes" integer,
	"women" integer DEFAULT 0 NOT NULL,
	"men" integer DEFAULT 0 NOT NULL,
	"with_disability" integer DEFAULT 0 NOT NULL,
	"purpose" text,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"findings" text,
	"advice" text,
	"advice_reusable" boolean DEFAULT false NOT NULL,
	"obstacles" text[] DEFAULT '{}' NOT NULL,
	"obstacle_note" text,
	"next_on" date,
	"visibility" text DEFAULT 'pair' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"disputed_by" uuid,
	"disputed_at" timestamp (3) with time zone,
	"dispute_note" text,
	"locked_at" timestamp (3) with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coaching_sessions_state" CHECK ("coaching_sessions"."state" in ('planned', 'held', 'disputed', 'confirmed', 'locked')),
	CONSTRAINT "coaching_sessions_mode" CHECK ("coaching_sessions"."mode" in ('technical_assistance', 'peer_learning', 'field_visit')),
	CONSTRAINT "coaching_sessions_channel" CHECK ("coaching_sessions"."channel" in ('on_site', 'online', 'whatsapp')),
	CONSTRAINT "coaching_sessions_visibility" CHECK ("coaching_sessions"."visibility" in ('pair', 'hub', 'public_lesson')),
	CONSTRAINT "coaching_sessions_duration" CHECK ("coaching_sessions"."duration_minutes" between 1 and 1440),
	CONSTRAINT "coaching_sessions_counts" CHECK ("coaching_sessions"."women" >= 0 and "coaching_sessions"."men" >= 0 and "coaching_sessions"."with_disability" between 0 and "coaching_sessions"."women" + "coaching_sessions"."men"),
	CONSTRAINT "coaching_sessions_written" CHECK ("coaching_sessions"."state" = 'planned' or length(btrim(coalesce("coaching_sessions"."findings", ''))) > 0),
	CONSTRAINT "coaching_sessions_confirmed" CHECK ("coaching_sessions"."state" not in ('confirmed', 'locked') or "coaching_sessions"."confirmed_at" is not null),
	CONSTRAINT "coaching_sessions_disputed" CHECK ("coaching_sessions"."state" <> 'disputed' or length(btrim(coalesce("coaching_sessions"."dispute_note", ''))) > 0),
	CONSTRAINT "coaching_sessions_confirmed_by_others" CHECK ("coaching_sessions"."confirmed_by" is distinct from "coaching_sessions"."mentor_id" or "coaching_sessions"."confirmed_by" is null)
);
--> statement-breakpoint
CREATE TABLE "need_matches" (
	"need_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "need_matches_need_id_practice_id_pk" PRIMARY KEY("need_id","practice_id")
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_id" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"region_code" text NOT NULL,
	"problem" text NOT NULL,
	"affected_group" text,
	"baseline" text,
	"plan_reference" text,
	"lapor_topic" text,
	"lapor_count" integer,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "needs_problem" CHECK (length(btrim("needs"."problem")) > 0),
	CONSTRAINT "needs_state" CHECK ("needs"."state" in ('open', 'matched', 'taken_up', 'met', 'closed')),
	CONSTRAINT "needs_lapor_count" CHECK ("needs"."lapor_count" is null or "needs"."lapor_count" >= 0),
	CONSTRAINT "needs_closed" CHECK (("needs"."state" in ('met', 'closed')) = ("needs"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"region_code" text,
	"country" char(2) DEFAULT 'ID' NOT NULL,
	"parent_id" uuid,
	"contact_email" text,
	CONSTRAINT "agencies_type" CHECK ("agencies"."type" in ('province', 'regency', 'city', 'ministry', 'institution', 'unit', 'international', 'other')),
	CONSTRAINT "agencies_not_own_parent" CHECK ("agencies"."parent_id" is distinct from "agencies"."organisation_id"),
	CONSTRAINT "agencies_region_in_indonesia" CHECK ("agencies"."region_code" is null or "agencies"."country" = 'ID')
);
--> statement-breakpoint
CREATE TABLE "hub_territories" (
	"hub_id" uuid NOT NULL,
	"province_code" text NOT NULL,
	CONSTRAINT "hub_territories_hub_id_province_code_pk" PRIMARY KEY("hub_id","province_code"),
	CONSTRAINT "hub_territories_province" CHECK (length("hub_territories"."province_code") = 2)
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid,
	"opened_on" date,
	"source" text,
	"contact_email" text,
	"description" text
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('agency', 'hub', 'national')),
	CONSTRAINT "organisations_name" CHECK (length(btrim("organisations"."name")) > 0),
	CONSTRAINT "organisations_slug" CHECK ("organisations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('author', 'agency_admin', 'agency_head', 'adopter_lead', 'curator', 'hub_manager', 'mentor', 'national_admin', 'observer')),
	CONSTRAINT "invitations_ended_once" CHECK ("invitations"."accepted_at" is null or "invitations"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('author', 'agency_admin', 'agency_head', 'adopter_lead', 'curator', 'hub_manager', 'mentor', 'national_admin', 'observer')),
	CONSTRAINT "memberships_period" CHECK ("memberships"."ends_on" is null or "memberships"."ends_on" >= "memberships"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"membership_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text DEFAULT 'id' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_form" CHECK ("users"."email" = lower("users"."email") and "users"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	CONSTRAINT "users_name" CHECK (length(btrim("users"."name")) > 0),
	CONSTRAINT "users_language" CHECK ("users"."language" in ('id', 'en'))
);
--> statement-breakpoint
CREATE TABLE "life_assertions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"asserted_by" uuid,
	"asserted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"rejected_at" timestamp (3) with time zone,
	CONSTRAINT "life_assertions_status" CHECK ("life_assertions"."status" in ('unconfirmed', 'stopped', 'constrained', 'steady', 'growing', 'replicated', 'transformed')),
	CONSTRAINT "life_assertions_by_others" CHECK ("life_assertions"."confirmed_by" is null or "life_assertions"."confirmed_by" is distinct from "life_assertions"."asserted_by")
);
--> statement-breakpoint
CREATE TABLE "practice_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"revision_id" uuid,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"actor_id" uuid,
	"reason" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp (3) with time zone,
	"document_verified_by" uuid,
	"document_verified_at" timestamp (3) with time zone,
	"published_by" uuid,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "practice_revisions_number" UNIQUE("practice_id","number"),
	CONSTRAINT "practice_revisions_state" CHECK ("practice_revisions"."state" in ('draft', 'submitted', 'document_verified', 'changes_requested', 'published', 'discarded')),
	CONSTRAINT "practice_revisions_number_positive" CHECK ("practice_revisions"."number" > 0),
	CONSTRAINT "practice_revisions_published" CHECK (("practice_revisions"."state" = 'published') = ("practice_revisions"."published_at" is not null)),
	CONSTRAINT "practice_revisions_checked_by_others" CHECK ("practice_revisions"."document_verified_by" is null or "practice_revisions"."document_verified_by" is distinct from "practice_revisions"."submitted_by"),
	CONSTRAINT "practice_revisions_published_by_others" CHECK ("practice_revisions"."published_by" is null or "practice_revisions"."published_by" is distinct from "practice_revisions"."submitted_by")
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_id" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"hub_id" uuid,
	"state" text DEFAULT 'unpublished' NOT NULL,
	"live_revision_id" uuid,
	"replica_of_id" uuid,
	"life_status" text DEFAULT 'unconfirmed' NOT NULL,
	"life_confirmed_on" date,
	"life_confirmed_by" uuid,
	"search_version" bigint DEFAULT 1 NOT NULL,
	"first_published_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawal_reason" text,
	"withdrawal_note" text,
	"successor_id" uuid,
	"catalogue_key" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practices_public_id_form" CHECK ("practices"."public_id" ~ '^JIPP-[0-9]{2}-[0-9]{4,}$'),
	CONSTRAINT "practices_state" CHECK ("practices"."state" in ('unpublished', 'published', 'withdrawn')),
	CONSTRAINT "practices_life_status" CHECK ("practices"."life_status" in ('unconfirmed', 'stopped', 'constrained', 'steady', 'growing', 'replicated', 'transformed')),
	CONSTRAINT "practices_withdrawal_reason" CHECK ("practices"."withdrawal_reason" in ('duplicate', 'inaccurate', 'owner_request', 'stopped', 'legal', 'other')),
	CONSTRAINT "practices_live" CHECK (("practices"."state" = 'published') <= ("practices"."live_revision_id" is not null)),
	CONSTRAINT "practices_withdrawn" CHECK (("practices"."state" = 'withdrawn') = ("practices"."withdrawn_at" is not null and "practices"."withdrawal_reason" is not null)),
	CONSTRAINT "practices_confirmed" CHECK (("practices"."life_status" = 'unconfirmed') or ("practices"."life_confirmed_on" is not null)),
	CONSTRAINT "practices_not_own_source" CHECK ("practices"."replica_of_id" is distinct from "practices"."id" and "practices"."successor_id" is distinct from "practices"."id")
);
--> statement-breakpoint
CREATE TABLE "public_id_counters" (
	"scope" text PRIMARY KEY NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid NOT NULL,
	"section" text NOT NULL,
	"body" text NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"addressed_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	CONSTRAINT "review_comments_body" CHECK (length(btrim("review_comments"."body")) > 0),
	CONSTRAINT "review_comments_section" CHECK ("review_comments"."section" in ('summary', 'background', 'novelty', 'implementation', 'significance', 'replicated', 'adaptability', 'resources', 'sustainability', 'identity', 'classification', 'results', 'kit', 'sources', 'general'))
);
--> statement-breakpoint
CREATE TABLE "revision_authors" (
	"revision_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "revision_authors_revision_id_user_id_pk" PRIMARY KEY("revision_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"province_code" text NOT NULL,
	"capital" text,
	"time_zone" text NOT NULL,
	CONSTRAINT "regions_type" CHECK ("regions"."type" in ('province', 'regency', 'city')),
	CONSTRAINT "regions_time_zone" CHECK ("regions"."time_zone" in ('WIB', 'WITA', 'WIT')),
	CONSTRAINT "regions_code" CHECK ("regions"."code" ~ '^[0-9]{2}([.][0-9]{2})?$' and left("regions"."code", 2) = "regions"."province_code"),
	CONSTRAINT "regions_province" CHECK (("regions"."type" = 'province') = ("regions"."code" = "regions"."province_code"))
);
--> statement-breakpoint
CREATE TABLE "practice_documents" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"document" jsonb NOT NULL,
	"vector" "tsvector" NOT NULL,
	"names" text NOT NULL,
	"province" text,
	"district" text,
	"sector" text NOT NULL,
	"form" text,
	"year" integer,
	"awards" text[] DEFAULT '{}' NOT NULL,
	"life_status" text NOT NULL,
	"target_groups" text[] DEFAULT '{}' NOT NULL,
	"sdgs" integer[] DEFAULT '{}' NOT NULL,
	"adoptions" integer DEFAULT 0 NOT NULL,
	"evidence" integer DEFAULT 1 NOT NULL,
	"confirmed_on" timestamp with time zone,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"acted_as" text NOT NULL,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"reason" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"unique_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "jobs_kind" CHECK ("jobs"."kind" in ('mail')),
	CONSTRAINT "jobs_attempts" CHECK ("jobs"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_topic" CHECK ("outbox"."topic" in ('practice'))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "adaptations" ADD CONSTRAINT "adaptations_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adaptations" ADD CONSTRAINT "adaptations_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_candidates" ADD CONSTRAINT "adoption_candidates_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_candidates" ADD CONSTRAINT "adoption_candidates_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_checks" ADD CONSTRAINT "adoption_checks_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_checks" ADD CONSTRAINT "adoption_checks_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_documents" ADD CONSTRAINT "adoption_documents_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_documents" ADD CONSTRAINT "adoption_documents_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_events" ADD CONSTRAINT "adoption_events_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_events" ADD CONSTRAINT "adoption_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_indicators" ADD CONSTRAINT "adoption_indicators_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_steps" ADD CONSTRAINT "adoption_steps_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_steps" ADD CONSTRAINT "adoption_steps_passed_by_users_id_fk" FOREIGN KEY ("passed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_lead_id_users_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_replica_practice_id_practices_id_fk" FOREIGN KEY ("replica_practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_adopter_signed_by_users_id_fk" FOREIGN KEY ("adopter_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_source_signed_by_users_id_fk" FOREIGN KEY ("source_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_hub_verified_by_users_id_fk" FOREIGN KEY ("hub_verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_source_answered_by_users_id_fk" FOREIGN KEY ("source_answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_reports" ADD CONSTRAINT "outcome_reports_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_reports" ADD CONSTRAINT "outcome_reports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_values" ADD CONSTRAINT "outcome_values_report_id_outcome_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."outcome_reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_values" ADD CONSTRAINT "outcome_values_indicator_id_adoption_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."adoption_indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_session_id_coaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."coaching_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_disputed_by_users_id_fk" FOREIGN KEY ("disputed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_matches" ADD CONSTRAINT "need_matches_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_matches" ADD CONSTRAINT "need_matches_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_matches" ADD CONSTRAINT "need_matches_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_parent_id_agencies_organisation_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_territories" ADD CONSTRAINT "hub_territories_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_territories" ADD CONSTRAINT "hub_territories_province_code_regions_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hubs" ADD CONSTRAINT "hubs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hubs" ADD CONSTRAINT "hubs_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_asserted_by_users_id_fk" FOREIGN KEY ("asserted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_assertions" ADD CONSTRAINT "life_assertions_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_events" ADD CONSTRAINT "practice_events_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_events" ADD CONSTRAINT "practice_events_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_events" ADD CONSTRAINT "practice_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_document_verified_by_users_id_fk" FOREIGN KEY ("document_verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_agency_id_agencies_organisation_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_live_revision_id_practice_revisions_id_fk" FOREIGN KEY ("live_revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_replica_of_id_practices_id_fk" FOREIGN KEY ("replica_of_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_life_confirmed_by_users_id_fk" FOREIGN KEY ("life_confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_successor_id_practices_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_authors" ADD CONSTRAINT "revision_authors_revision_id_practice_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."practice_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_authors" ADD CONSTRAINT "revision_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regions" ADD CONSTRAINT "regions_province_code_regions_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_documents" ADD CONSTRAINT "practice_documents_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_documents_adoption" ON "adoption_documents" USING btree ("adoption_id");--> statement-breakpoint
CREATE INDEX "adoption_events_adoption" ON "adoption_events" USING btree ("adoption_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_public_id" ON "adoptions" USING btree ("public_id");--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_certificate" ON "adoptions" USING btree ("certificate_number");--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_one_running" ON "adoptions" USING btree ("agency_id","practice_id") WHERE "adoptions"."state" in ('active', 'paused');--> statement-breakpoint
CREATE INDEX "adoptions_agency" ON "adoptions" USING btree ("agency_id","state");--> statement-breakpoint
CREATE INDEX "adoptions_practice" ON "adoptions" USING btree ("practice_id","state");--> statement-breakpoint
CREATE INDEX "adoptions_hub" ON "adoptions" USING btree ("hub_id","state");--> statement-breakpoint
CREATE INDEX "visits_adoption" ON "visits" USING btree ("adoption_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_items_position" ON "action_items" USING btree ("session_id","position");--> statement-breakpoint
CREATE INDEX "action_items_due" ON "action_items" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "assignments_mentor" ON "assignments" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "assignments_region" ON "assignments" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "assignments_hub" ON "assignments" USING btree ("hub_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coaching_sessions_receipt" ON "coaching_sessions" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "coaching_sessions_mentor" ON "coaching_sessions" USING btree ("mentor_id","starts_at");--> statement-breakpoint
CREATE INDEX "coaching_sessions_agency" ON "coaching_sessions" USING btree ("agency_id","starts_at");--> statement-breakpoint
CREATE INDEX "coaching_sessions_hub" ON "coaching_sessions" USING btree ("hub_id","starts_at");--> statement-breakpoint
CREATE INDEX "coaching_sessions_adoption" ON "coaching_sessions" USING btree ("adoption_id");--> statement-breakpoint
CREATE UNIQUE INDEX "needs_public_id" ON "needs" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "needs_agency" ON "needs" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "needs_state_created" ON "needs" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "needs_region" ON "needs" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "agencies_region" ON "agencies" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "agencies_parent" ON "agencies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "hub_territories_province_code" ON "hub_territories" USING btree ("province_code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_kind_slug" ON "organisations" USING btree ("kind","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("email","organisation_id","role") WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "memberships_organisation" ON "memberships" USING btree ("organisation_id","role");--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "life_assertions_one_open" ON "life_assertions" USING btree ("practice_id") WHERE "life_assertions"."confirmed_at" is null and "life_assertions"."rejected_at" is null;--> statement-breakpoint
CREATE INDEX "practice_events_practice" ON "practice_events" USING btree ("practice_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_revisions_one_open" ON "practice_revisions" USING btree ("practice_id") WHERE "practice_revisions"."state" in ('draft', 'submitted', 'document_verified', 'changes_requested');--> statement-breakpoint
CREATE INDEX "practice_revisions_queue" ON "practice_revisions" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "practices_public_id" ON "practices" USING btree ("public_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practices_catalogue_key" ON "practices" USING btree ("catalogue_key");--> statement-breakpoint
CREATE INDEX "practices_agency" ON "practices" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "practices_hub" ON "practices" USING btree ("hub_id","state");--> statement-breakpoint
CREATE INDEX "practices_state" ON "practices" USING btree ("state","first_published_at");--> statement-breakpoint
CREATE INDEX "review_comments_revision" ON "review_comments" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "regions_province_code" ON "regions" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "practice_documents_vector" ON "practice_documents" USING gin ("vector");--> statement-breakpoint
CREATE INDEX "practice_documents_names" ON "practice_documents" USING gin ("names" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "practice_documents_province" ON "practice_documents" USING btree ("province","district");--> statement-breakpoint
CREATE INDEX "practice_documents_sector" ON "practice_documents" USING btree ("sector");--> statement-breakpoint
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity","entity_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_unique_key" ON "jobs" USING btree ("unique_key");--> statement-breakpoint
CREATE INDEX "jobs_pending" ON "jobs" USING btree ("due_at") WHERE "jobs"."done_at" is null and "jobs"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("topic","id") WHERE "outbox"."processed_at" is null;