"""The mentoring programme of Blitar: who may be a mentor, who is mentored, and what mentors do."""
