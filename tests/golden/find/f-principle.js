academyFind.take("beoejeeknkco","f-principle",[["ask-first","Ask first",0,"aabaabdacbacbab"]]);
