academyFind.take("lbdiejdgihic","f-barrier",[["two-record-systems","Two record systems",0,"aabaabdacbacbab"]]);
