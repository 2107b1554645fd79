CREATE TABLE `deliveries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`type` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer,
	`tries` integer NOT NULL,
	`attempts` text NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE UNIQUE INDEX `deliveries_id` ON `deliveries` (`id`);
CREATE INDEX `deliveries_webhook` ON `deliveries` (`webhook_id`,"seq" desc);
CREATE INDEX `deliveries_state` ON `deliveries` (`webhook_id`,`state`,"seq" desc);
CREATE INDEX `deliveries_created` ON `deliveries` (`created_at`);
CREATE TABLE `jobs` (
	`seq` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`lane` text NOT NULL,
	`run_at` integer NOT NULL,
	`locked_until` integer NOT NULL
) STRICT;

CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);
CREATE INDEX `jobs_lane` ON `jobs` (`lane`,`run_at`,`seq`);
CREATE INDEX `jobs_locked` ON `jobs` (`lane`,`locked_until`);
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`secret` text NOT NULL,
	`old_secret` text,
	`old_secret_until` integer,
	`body` text NOT NULL
) STRICT;
