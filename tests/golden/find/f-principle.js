academyFind.take("lbdiejdgihic","f-principle",[["ask-first","Ask first",0,"aabaabdacbacbab"]]);
