ALTER TABLE `reviews` ADD `actor` text DEFAULT '' NOT NULL;
CREATE INDEX `reviews_kind` ON `reviews` (`kind`,"seq" desc);
CREATE INDEX `reviews_actor` ON `reviews` (`actor`,"seq" desc);

-- Who judged can be asked for, and so can what was judged before lists knew of it.
UPDATE `reviews` SET `actor` = `body` ->> '$.actor';
INSERT OR IGNORE INTO `finding_facets` (`topic_id`, `finding_id`, `kind`, `value`)
	SELECT `topic_id`, `id`, 'review', `body` ->> '$.review.status' FROM `findings` WHERE `body` ->> '$.review.status' IN ('confirmed', 'dismissed');
